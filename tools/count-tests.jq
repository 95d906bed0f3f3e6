# Counts results from Meson's testlog.json (slurped input) and its list of tests ($tests).
# A TAP test is judged line by line, the rest by their result.

def tap_lines: [(.stdout // "") | split("\n")[] | select(test("^(not )?ok\\b"))];
def skipped: test("#\\s*skip"; "i");
def todo: test("#\\s*todo"; "i");

def count_tap:
  tap_lines as $lines
  | {
      failed: [$lines[] | select(startswith("not ok") and (todo | not))] | length,
      skipped: [$lines[] | select(startswith("ok") and skipped)] | length,
      passed: [$lines[] | select(startswith("ok") and (skipped | not))] | length
    };

def count_whole:
  if .result == "SKIP" then {passed: 0, failed: 0, skipped: 1}
  elif .result == "OK" or .result == "EXPECTEDFAIL" then {passed: 1, failed: 0, skipped: 0}
  else {passed: 0, failed: 1, skipped: 0}
  end;

# A crash, a time-out or a plan not kept is a failure even where no line says so,
# and a TAP stream that skips everything in its plan has no lines.
def count_test($is_tap):
  if ($is_tap | not) or (tap_lines | length) == 0 then count_whole
  else . as $t | count_tap
    | if .failed == 0 and ($t.result | IN("OK", "SKIP", "EXPECTEDFAIL") | not) then .failed = 1 else . end
  end;

($tests[0] | map(select(.protocol == "tap") | {key: .name, value: true}) | from_entries) as $tap
| .[]
| (.name | sub("^[^/]* / "; "")) as $name
| count_test($tap[$name] // false)
| "\(.passed) \(.failed) \(.skipped)"

#!/bin/sh
# The page's own checks: types, texts, unit tests.
set -eu
cd "$CANVASS_ROOT"
tools/page-modules
cd page
exec npm run --silent check

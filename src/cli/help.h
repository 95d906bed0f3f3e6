/* cli/help.h — texts made from the tables of command.h: help, manual pages, completions, and
 * docs/reference/commands.md. Pure: they add to a text. */
#ifndef CV_CLI_HELP_H
#define CV_CLI_HELP_H

#include "cli/command.h"

/* All commands, one line each, an example first. */
void cv_help_overview(cv_text *to, const cv_look *look);
/* One command: an example first, then how it is called, its options, what it does. */
void cv_help_command(cv_text *to, const cv_command *command, const cv_look *look);

/* The scdoc source of canvass(1), for `command` NULL, or of canvass-<command>(1). */
void cv_help_man(cv_text *to, const cv_command *command);

/* Completion for "bash", "zsh" or "fish"; false for any other shell. */
bool cv_help_completion(cv_text *to, cv_str shell);

/* docs/reference/commands.md */
void cv_help_markdown(cv_text *to);

/* "-o, --out DIR", as help and the manual write it. */
void cv_help_option_name(cv_text *to, const cv_option_row *option);

#endif

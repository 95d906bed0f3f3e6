/* read/case/form.h — a form of the law's as text: forms/<name>.txt, in the program.
 *
 * One row a line, cells between `|`; empty rows and rows that begin with # say nothing:
 *     name | the form, for people
 *     law | which law, in which edition
 *     took_part | the line that counts as participants
 *     line | its number on the form | field | what it says
 *     rule | code | severity | tolerance | in the form's numbers | relation [where condition] |
 *            read, secondary or unverified | law and article
 *            where the relation is - the catalogue's own stands for it
 *     off | code | why these forms do not have the rule
 * Relations: model/expression.h.
 */
#ifndef CV_READ_CASE_FORM_H
#define CV_READ_CASE_FORM_H

#include "model/relation.h"

/* Fails with CV_E_INPUT at file:line:column. `text` must live as long as `keep`. */
cv_status cv_form_read(cv_form_profile *out, cv_str id, cv_str file, cv_str text, cv_arena *keep,
                       cv_error *err);

/* The text of a form in the program; .s NULL: there is none of this name. */
cv_str cv_form_shipped(cv_str id);
/* The name of the i-th, from 0; empty past the last. */
cv_str cv_form_shipped_name(int32_t i);

#endif

/* Where the files are that election.json names. */
#include "read/case/reading.h"

#include "base/file.h"

cv_status cv_reading_find_file(cv_str *out, cv_reading *r, const cv_said *file)
{
    cv_str here = cv_path_join(r->folder, file->s, r->work);
    cv_str there = r->data.n ? cv_path_join(r->data, file->s, r->work) : here;
    *out = cv_file_exists(here) ? here : there;
    if (cv_file_exists(*out)) return CV_OK;
    cv_status failed = cv_spec_fail(&r->spec->text, file->at, r->err, "no file '%.*s' in '%.*s'",
                                    CV_ARG(file->s), CV_ARG(r->folder));
    if (!r->spec->data.s.s) return failed;
    /* The large examples come without their data; their ids are the names of their folders. */
    cv_str id = r->spec->id.s;
    if (!r->data.n)
        return cv_hint(
            r->err, failed,
            "CANVASS_DATA says where the data is; 'examples/get %.*s' brings an example's",
            CV_ARG(id));
    return cv_hint(r->err, failed,
                   "nor in '%.*s'; CANVASS_DATA says where the data is; 'examples/get %.*s' brings "
                   "an example's",
                   CV_ARG(r->data), CV_ARG(id));
}

/* tests/unit/read/book.h — the smallest workbooks, made in memory: what a row of a test gives is
 * what stands inside the parts. NULL leaves a part out. */
#ifndef CV_TESTS_UNIT_READ_BOOK_H
#define CV_TESTS_UNIT_READ_BOOK_H

#include "pack.h"

enum { BOOK_SHEETS = 3 };

typedef struct {
    const char *sheet[BOOK_SHEETS]; /* inside sheetData; NULL: no such sheet        */
    const char *after;              /* after sheetData of the first                 */
    const char *before;             /* and before it                                */
    const char *texts;              /* inside sst                                   */
    const char *styles;             /* inside styleSheet                            */
    const char *states[BOOK_SHEETS];
    const char *properties; /* attributes of workbookPr                             */
    const char *prefix;     /* of names, with its colon: "x:"                       */
    bool is_strict;         /* the namespaces of ISO/IEC 29500 strict               */
} book_parts;

#define BOOK_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define BOOK_STRICT    "http://purl.oclc.org/ooxml/officeDocument/relationships"

static inline cv_str book_xml(const char *text, cv_arena *keep)
{
    return cv_str_format(keep, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n%s", text);
}

static inline cv_str book_main(const book_parts *b, cv_arena *keep)
{
    const char *p = b->prefix ? b->prefix : "";
    cv_text t = cv_text_open(keep);
    cv_text_addf(&t, "<%sworkbook xmlns:x=\"m\" xmlns:r=\"r\"><%sworkbookPr %s/><%ssheets>", p, p,
                 b->properties ? b->properties : "", p);
    for (int i = 0; i < BOOK_SHEETS; i++)
        if (b->sheet[i])
            cv_text_addf(&t, "<%ssheet name=\"S%d\" sheetId=\"%d\" %s r:id=\"rId%d\"/>", p, i + 1,
                         i + 1, b->states[i] ? b->states[i] : "", i + 1);
    cv_text_addf(&t, "</%ssheets></%sworkbook>", p, p);
    return book_xml(cv_str_copy(keep, cv_text_str(&t)).s, keep);
}

static inline cv_str book_relations(const book_parts *b, cv_arena *keep)
{
    const char *base = b->is_strict ? BOOK_STRICT : BOOK_RELATIONS;
    cv_text t = cv_text_open(keep);
    cv_text_add(&t, CV_STR("<Relationships>"));
    for (int i = 0; i < BOOK_SHEETS; i++)
        cv_text_addf(&t,
                     "<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" "
                     "Target=\"worksheets/sheet%d.xml\"/>",
                     i + 1, base, i + 1);
    if (b->texts)
        cv_text_addf(
            &t, "<Relationship Id=\"t\" Type=\"%s/sharedStrings\" Target=\"/xl/sst.xml\"/>", base);
    if (b->styles)
        cv_text_addf(&t, "<Relationship Id=\"s\" Type=\"%s/styles\" Target=\"./x/../styles.xml\"/>",
                     base);
    cv_text_add(&t, CV_STR("</Relationships>"));
    return book_xml(cv_str_copy(keep, cv_text_str(&t)).s, keep);
}

static inline cv_str book_sheet(const book_parts *b, int i, cv_arena *keep)
{
    const char *p = b->prefix ? b->prefix : "";
    return book_xml(cv_str_format(keep,
                                  "<%sworksheet xmlns:x=\"m\">%s<%ssheetData>%s</%ssheetData>%s"
                                  "</%sworksheet>",
                                  p, i == 0 && b->before ? b->before : "", p, b->sheet[i], p,
                                  i == 0 && b->after ? b->after : "", p)
                        .s,
                    keep);
}

/* The sheets come first in the file, as some programs write them. */
static inline int book_members(pack_member *m, const book_parts *b, cv_arena *keep)
{
    static const char *const names[] = {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
                                        "xl/worksheets/sheet3.xml"};
    const char *base = b->is_strict ? BOOK_STRICT : BOOK_RELATIONS;
    int n = 0;
    for (int i = 0; i < BOOK_SHEETS; i++)
        if (b->sheet[i]) m[n++] = (pack_member){names[i], book_sheet(b, i, keep), NULL};
    m[n++] = (pack_member){"[Content_Types].xml", book_xml("<Types/>", keep), NULL};
    m[n++] = (pack_member){
        "_rels/.rels",
        book_xml(cv_str_format(keep,
                               "<Relationships><Relationship Id=\"w\" Type=\"%s/officeDocument\" "
                               "Target=\"xl/workbook.xml\"/></Relationships>",
                               base)
                     .s,
                 keep),
        NULL};
    m[n++] = (pack_member){"xl/workbook.xml", book_main(b, keep), NULL};
    m[n++] = (pack_member){"xl/_rels/workbook.xml.rels", book_relations(b, keep), NULL};
    if (b->texts)
        m[n++] = (pack_member){
            "xl/sst.xml", book_xml(cv_str_format(keep, "<sst>%s</sst>", b->texts).s, keep), NULL};
    if (b->styles)
        m[n++] = (pack_member){
            "xl/styles.xml",
            book_xml(cv_str_format(keep, "<styleSheet>%s</styleSheet>", b->styles).s, keep), NULL};
    return n;
}

static inline cv_str book(const book_parts *b, cv_arena *keep)
{
    pack_member m[16];
    int n = book_members(m, b, keep);
    return pack(archive_write_set_format_zip, NULL, m, n, keep);
}

/* A cell with a text, a number. */
#define TEXT(ref, text)     "<c r='" ref "' t='inlineStr'><is><t>" text "</t></is></c>"
#define NUMBER(ref, number) "<c r='" ref "'><v>" number "</v></c>"
#define ROW(r, cells)       "<row r='" r "'>" cells "</row>"
/* Columns a and b. */
#define HEAD ROW("1", TEXT("A1", "a") TEXT("B1", "b"))

#endif

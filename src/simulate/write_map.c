/* map.geojson: the districts as polygons. Stations have their place in the lists of stations. */
#include <jansson.h>

#include "simulate/write.h"

#include "report/json.h"

/* Coordinates as integers with five decimals, so that no floating point is printed. */
static void add_point(cv_text *t, cv_sim_point at)
{
    int32_t part[2] = {at.lon, at.lat};
    for (int i = 0; i < 2; i++) {
        int32_t size = part[i] < 0 ? -part[i] : part[i];
        cv_text_addf(t, "%s%s%d.%05d", i ? "," : "[", part[i] < 0 ? "-" : "", (int)(size / 100000),
                     (int)(size % 100000));
    }
    cv_text_add(t, CV_STR("]"));
}

static void feature(cv_sim_pen *p, const cv_sim_world *w, const cv_sim_district *d)
{
    cv_text_add(&p->t, CV_STR("{\"type\":\"Feature\",\"properties\":"));
    json_t *properties = json_object();
    if (w->preset->system == CV_SIM_ASSEMBLY)
        cv_json_set(properties, "contest", cv_json_str(w->contest[d->number - 1].id));
    cv_json_set(properties, "district", cv_json_str(d->name));
    cv_json_set(properties, "region", cv_json_str(w->region[d->region].name));
    char text[512];
    size_t n = json_dumpb(properties, text, sizeof text, JSON_COMPACT);
    json_decref(properties);
    cv_text_add(&p->t, (cv_str){text, (int64_t)(n < sizeof text ? n : 0)});
    cv_text_add(&p->t, CV_STR(",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["));
    for (int32_t i = 0; i <= d->n_corners; i++) {
        if (i) cv_text_add(&p->t, CV_STR(","));
        add_point(&p->t, d->corner[i % d->n_corners]);
    }
    cv_text_add(&p->t, CV_STR("]]}}"));
}

void cv_sim_write_map(cv_sim_pen *p, const cv_sim_world *w)
{
    cv_sim_begin(p, "map.geojson");
    cv_text_add(&p->t, CV_STR("{\"type\":\"FeatureCollection\",\"features\":[\n"));
    for (int32_t i = 0; i < w->n_districts; i++) {
        if (i) cv_text_add(&p->t, CV_STR(",\n"));
        feature(p, w, &w->district[i]);
        cv_sim_flow(p);
    }
    cv_text_add(&p->t, CV_STR("\n]}\n"));
}

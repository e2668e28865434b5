package app.teahouse.paths;

import java.util.List;

/**
 * What a post is worth to a newcomer.
 *
 * @param value above 0; the unit is that of a highlight, which counts 2
 */
record Worth(double value, List<Reason> reasons) {}

package app.teahouse.saved;

import app.teahouse.kernel.CircleId;

/** Which post of which circle. */
record SavedPlace(CircleId circle, long number) {}

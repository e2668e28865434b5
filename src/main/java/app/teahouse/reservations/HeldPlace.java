package app.teahouse.reservations;

import app.teahouse.kernel.Face;

/** A place that is held for the person who reads it, and what staff wrote down with it. */
public record HeldPlace(Face face, MemberNotes notes) {}

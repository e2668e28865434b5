package app.teahouse.readers;

import app.teahouse.kernel.Face;

/** A column in which somebody has got somewhere. */
public record MyColumn(Face circle, long number, String name, boolean course, int items, int done) {

    public String url() {
        return "/c/" + circle.slug() + "/columns/" + number;
    }
}

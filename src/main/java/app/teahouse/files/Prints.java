package app.teahouse.files;

import java.util.List;

/**
 * The sizes in which a picture is kept, smallest first; the last is the whole picture.
 *
 * @param colour the average, as {@code #rrggbb}, to be seen while the picture is on its way
 */
record Prints(List<Picture> sizes, String colour) {

    Picture whole() {
        return sizes.getLast();
    }
}

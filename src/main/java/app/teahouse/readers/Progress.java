package app.teahouse.readers;

/** How far somebody is in a column. */
public enum Progress {
    NOT_BEGUN,
    GOING,
    FINISHED
}

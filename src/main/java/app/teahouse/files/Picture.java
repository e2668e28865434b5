package app.teahouse.files;

/** A picture as it is stored and sent: encoded by us, without any word about where and by whom it was taken. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Picture(byte[] bytes, String type, int width, int height) {}

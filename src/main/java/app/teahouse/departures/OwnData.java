package app.teahouse.departures;

import app.teahouse.kernel.AccountId;
import java.io.IOException;

/** A room that adds to the ZIP a person downloads with everything of theirs. It reads in pages, so that memory stays bounded. */
public interface OwnData {
    void write(AccountId account, Archive archive) throws IOException;
}

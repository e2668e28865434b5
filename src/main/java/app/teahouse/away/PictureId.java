package app.teahouse.away;

import app.teahouse.files.AwayCopies.AddressKey;
import app.teahouse.kernel.Id;
import java.util.UUID;

/** Which picture at another host: made of its address. */
public record PictureId(UUID value) implements Id {

    static PictureId of(String address) {
        return new PictureId(AddressKey.of(address).value());
    }
}

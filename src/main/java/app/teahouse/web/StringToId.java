package app.teahouse.web;

import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import java.util.UUID;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.stereotype.Component;

/** Lets a path variable arrive as a typed id; nonsense is not found. */
@Component
class StringToId implements ConverterFactory<String, Id> {

    @Override
    public <T extends Id> Converter<String, T> getConverter(Class<T> type) {
        return text -> {
            var value = Ids.parse(text);
            try {
                return type.getConstructor(UUID.class).newInstance(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type + " is not an id record", e);
            }
        };
    }
}

package io.billingcenter.writers.files.focus;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Checks texts against JSON (RFC 8259) with unique keys, and against the flat objects that FOCUS calls key-value. */
final class JsonText {

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonText() {}

    /** Returns whether the text is one JSON value and nothing after it. */
    static boolean isJson(String text) {
        try (JsonParser json = parser(text)) {
            if (json.nextToken() == null) {
                return false;
            }
            json.skipChildren();
            return json.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    /** Returns whether the text is an object with unique keys, none of whose values is an object or an array. */
    static boolean isKeyValue(String text) {
        try (JsonParser json = parser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                if (json.nextToken().isStructStart()) {
                    return false;
                }
            }
            return json.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static JsonParser parser(String text) {
        return STRICT.createParser(ObjectReadContext.empty(), text);
    }
}

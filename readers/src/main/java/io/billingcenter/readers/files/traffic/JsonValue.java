package io.billingcenter.readers.files.traffic;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Strict parser of one JSON value (RFC 8259). A repeated key in an object or content after the value is an error, and
 * so are numbers of more than 1,000 characters, exponents outside of {@code int}, and more than 500 levels.
 */
final class JsonValue {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNameLength(RecordSplitter.MAX_RECORD_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonValue() {}

    /**
     * Returns the value of the text.
     *
     * @throws IllegalArgumentException if the text is not one JSON value
     */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /**
     * Returns a text that is equal for two values exactly if the values are equal: key order, white space, escapes and
     * the notation of numbers do not matter.
     */
    static String canonical(JsonNode value) {
        StringBuilder canonical = new StringBuilder();
        append(value, canonical);
        return canonical.toString();
    }

    private static void append(JsonNode value, StringBuilder canonical) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                canonical.append('{');
                Map<String, JsonNode> members = new TreeMap<>();
                value.forEachEntry(members::put);
                members.forEach((key, member) -> {
                    append(key, canonical);
                    append(member, canonical);
                });
                canonical.append('}');
            }
            case ARRAY -> {
                canonical.append('[');
                value.forEach(element -> append(element, canonical));
                canonical.append(']');
            }
            case STRING -> append(value.stringValue(), canonical);
            case NUMBER -> canonical.append(shortest(value.decimalValue())).append(';');
            default -> canonical.append(value).append(';');
        }
    }

    /** Appends a text with its length before it, so that no text can be mistaken for the syntax around it. */
    private static void append(String text, StringBuilder canonical) {
        canonical.append('"').append(text.length()).append(':').append(text);
    }

    /** Returns a notation in which equal numbers have equal digits and exponents. */
    private static String shortest(BigDecimal number) {
        String digits = number.unscaledValue().toString();
        int kept = digits.length();
        while (kept > 1 && digits.charAt(kept - 1) == '0') {
            kept--;
        }
        long exponent = (long) digits.length() - kept - number.scale();
        return number.signum() == 0 ? "0" : digits.substring(0, kept) + "e" + exponent;
    }
}

package io.billingcenter.domain.quarantine;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The bytes of a bad record as a cell: as they are where they are clean text, else in base64. Clean is UTF-8 without control
 * characters, but for tabs and line feeds: other ones are lost or changed by programs that open such a file.
 *
 * @param form {@code text}, {@code base64}, or empty for no bytes
 * @param length how many bytes the record has as a whole; empty when it is not known
 */
public record RawText(String form, String cell, String length) {

    private static final int DELETE = 0x7F;

    /**
     * The cell for bytes.
     *
     * @param wholeBytes how many bytes the record has as a whole; negative when it is not known
     */
    public static RawText of(byte[] raw, long wholeBytes) {
        String length = wholeBytes < 0 ? "" : Long.toString(wholeBytes);
        if (raw.length == 0) {
            return new RawText("", "", length);
        }
        return cleanText(raw)
                .map(text -> new RawText("text", text, length))
                .orElseGet(() -> new RawText("base64", Base64.getEncoder().encodeToString(raw), length));
    }

    /** The bytes as a text, if they are a clean one. */
    public static Optional<String> cleanText(byte[] raw) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
            return text.chars().allMatch(RawText::isClean) ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isClean(int c) {
        return c == '\t' || c == '\n' || !Character.isISOControl(c) && c != DELETE && c != '\uFEFF';
    }
}

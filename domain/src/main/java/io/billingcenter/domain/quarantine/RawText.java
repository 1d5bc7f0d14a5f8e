package io.billingcenter.domain.quarantine;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The bytes of a quarantined record as a cell: unchanged if they are clean text, otherwise in base64. Clean text is
 * UTF-8 without control characters other than tabs and line feeds, because other control characters are lost or changed
 * by spreadsheet programs.
 *
 * @param form {@code text}, {@code base64}, or empty if there are no bytes
 * @param length length of the whole record in bytes; empty if it is not known
 */
public record RawText(String form, String cell, String length) {

    private static final int DELETE = 0x7F;

    /**
     * Returns the cell for the given bytes.
     *
     * @param wholeBytes length of the whole record in bytes; negative if it is not known
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

    /** Returns the bytes as text if they are clean text. */
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

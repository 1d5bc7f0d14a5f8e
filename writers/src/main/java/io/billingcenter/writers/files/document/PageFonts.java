package io.billingcenter.writers.files.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * The parsed fonts of one renderer. Not safe for several threads.
 *
 * <p>A document gets parts of the fonts, which have its characters only. In a whole font one glyph can serve several characters, such
 * as a dash and another dash, or a character and a radical; the text of the document would then have the wrong one. In a part
 * each glyph serves one character.
 */
final class PageFonts {

    /** The parts of fonts of Unicode's first plane only, which their tables of characters are limited to. */
    private static final int LAST_OF_TABLE = 0xFFFF;

    private final Source shipped;
    private boolean rareRead;
    private @Nullable Source rare;

    /** A parsed font with its table of characters. */
    private record Source(TrueTypeFont font, CmapLookup characters, float capHeight, float xHeight) {

        static Source of(byte[] bytes) throws IOException {
            TrueTypeFont font = parse(bytes);
            float scale = 1000f / font.getUnitsPerEm();
            OS2WindowsMetricsTable metrics = font.getOS2Windows();
            return new Source(
                    font, font.getUnicodeCmapLookup(), metrics.getCapHeight() * scale, metrics.getHeight() * scale);
        }

        int glyph(int codePoint) {
            return codePoint > LAST_OF_TABLE ? 0 : characters.getGlyphId(codePoint);
        }
    }

    PageFonts() throws IOException {
        shipped = Source.of(FontFiles.shipped());
    }

    /** Returns whether a font has the character. The second font is read when the first one lacks it. */
    boolean canPrint(int codePoint) throws IOException {
        return shipped.glyph(codePoint) != 0 || isRare(codePoint);
    }

    private boolean isRare(int codePoint) throws IOException {
        Source font = rare();
        return font != null && font.glyph(codePoint) != 0;
    }

    private @Nullable Source rare() throws IOException {
        if (!rareRead) {
            byte[] bytes = FontFiles.rare();
            rare = bytes == null ? null : Source.of(bytes);
            rareRead = true;
        }
        return rare;
    }

    /**
     * Returns the fonts of a document, in the order in which they are tried.
     *
     * @param characters all characters of the document, each of which can be printed
     */
    List<PDFont> of(PDDocument document, NavigableSet<Integer> characters) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (int codePoint : characters) {
            Source source = shipped.glyph(codePoint) != 0 ? shipped : rare();
            if (source == null) {
                throw new IllegalArgumentException("Expected characters that can be printed, found " + codePoint);
            }
            part(parts, source, source.glyph(codePoint)).glyphs.put(source.glyph(codePoint), codePoint);
        }
        List<PDFont> fonts = new ArrayList<>();
        for (Part part : parts) {
            PDFont font = PDType0Font.load(document, part.font(), true);
            // A part does not state these heights, by which readers of the text tell lines apart.
            font.getFontDescriptor().setCapHeight(part.source.capHeight());
            font.getFontDescriptor().setXHeight(part.source.xHeight());
            fonts.add(font);
        }
        return fonts;
    }

    /** Returns the first part of the font in which the glyph serves no character yet. */
    private static Part part(List<Part> parts, Source source, int glyph) {
        for (Part part : parts) {
            if (part.source.equals(source) && !part.glyphs.containsKey(glyph)) {
                return part;
            }
        }
        Part part = new Part(source, new HashMap<>());
        parts.add(part);
        return part;
    }

    /**
     * A part of a font.
     *
     * @param glyphs character of each glyph
     */
    private record Part(Source source, Map<Integer, Integer> glyphs) {

        TrueTypeFont font() throws IOException {
            TTFSubsetter subset = new TTFSubsetter(source.font());
            glyphs.values().forEach(subset::add);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            subset.writeToStream(bytes);
            return parse(bytes.toByteArray());
        }
    }

    private static TrueTypeFont parse(byte[] font) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(font));
    }
}

package io.billingcenter.writers.files.journal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.money.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a CSV file in a dialect. A text that the encoding of the dialect does not have is refused. */
final class DialectWriter {

    /** Quotes cells of text only; which cells those are is known while a row is written. */
    private static final class TextQuotes implements QuoteStrategy {

        private List<? extends @Nullable Object> row = List.of();

        @Override
        public boolean quoteValue(int lineNo, int fieldIdx, String value) {
            return row.get(fieldIdx) instanceof String;
        }
    }

    private final CsvDialect dialect;
    private final TextQuotes quotes = new TextQuotes();
    private final CsvWriter csv;
    private final CharsetEncoder encoder;

    /** Begins a file on a stream, which its owner closes. */
    DialectWriter(CsvDialect dialect, OutputStream stream) throws IOException {
        this.dialect = dialect;
        this.encoder = encoder(dialect);
        stream.write(dialect.mark());
        CsvWriter.CsvWriterBuilder builder =
                CsvWriter.builder().fieldSeparator(dialect.separator()).lineDelimiter(LineDelimiter.CRLF);
        if (dialect.quotesTexts()) {
            builder.quoteStrategy(quotes);
        }
        this.csv = builder.build(new OutputStreamWriter(stream, encoder(dialect)));
    }

    private static CharsetEncoder encoder(CsvDialect dialect) {
        return dialect.charset()
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * Adds a row.
     *
     * @param cells text, decimal number, money or any other value by its text; null or an empty text for an empty cell
     */
    void row(List<? extends @Nullable Object> cells) throws IOException {
        quotes.row = cells;
        @Nullable String[] texts = new @Nullable String[cells.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(cells.get(i));
        }
        try {
            csv.writeRecord(texts);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private @Nullable String text(@Nullable Object cell) {
        if (cell == null || cell.equals("")) {
            return null;
        }
        if (cell instanceof Money money) {
            return number(money.amount());
        }
        if (cell instanceof BigDecimal decimal) {
            return number(decimal);
        }
        String text = cell.toString();
        if (!encoder.canEncode(text)) {
            throw SetRefusedException.incomplete("Expected texts in " + dialect.charset() + " for the dialect "
                    + dialect + ", found '" + text + "'; rename it, or switch the format off");
        }
        return text;
    }

    private String number(BigDecimal number) {
        return number.toPlainString().replace('.', dialect.decimalMark());
    }

    /** Hands everything over to the stream. */
    void finish() throws IOException {
        try {
            csv.flush();
        } catch (CharacterCodingException e) {
            throw new IOException("Expected texts in " + dialect.charset() + ", found " + e.getMessage(), e);
        }
    }
}

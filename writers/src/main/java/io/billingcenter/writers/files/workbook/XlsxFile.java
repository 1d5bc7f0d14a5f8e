package io.billingcenter.writers.files.workbook;

import io.billingcenter.domain.time.BillingDay;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/**
 * Writes a workbook of typed cells with bounded memory and the same bytes in every run. The sheets are written one after the
 * other.
 *
 * <p>The library stamps a workbook with the time of its making. Therefore it writes into a temporary file, from which everything
 * else is copied.
 */
public final class XlsxFile implements Closeable {

    private static final String PROGRAM = "Billing Center";
    private static final String VERSION = "1.0";
    /** The temporary file is read once, so it is compressed only a little. */
    private static final int FASTEST = 1;

    private final OutputStream target;
    private final BillingDay created;
    private final Path temporary;
    private final OutputStream stream;
    private final Workbook workbook;

    /**
     * Begins a workbook.
     *
     * @param target receives the whole workbook when it is finished
     * @param created day that the workbook states as that of its making
     */
    public XlsxFile(OutputStream target, BillingDay created) throws IOException {
        this.target = target;
        this.created = created;
        this.temporary = Files.createTempFile("billing-", ".xlsx");
        this.stream = Files.newOutputStream(temporary);
        this.workbook = new Workbook(stream, PROGRAM, VERSION);
        workbook.setCompressionLevel(FASTEST);
    }

    /**
     * Begins a sheet with its heads, after those before it have been finished.
     *
     * @param title name of the sheet; at most 24 characters, so that a number fits behind it
     */
    public XlsxSheet sheet(String title, List<SheetColumn> columns) {
        return new XlsxSheet(workbook, title, List.of(), columns, XlsxSheet.MOST_ROWS);
    }

    /**
     * Begins a sheet with rows of text above its heads.
     *
     * @param above the cells of the rows above the heads
     */
    public XlsxSheet sheet(String title, List<List<String>> above, List<SheetColumn> columns) {
        return new XlsxSheet(workbook, title, above, columns, XlsxSheet.MOST_ROWS);
    }

    /** Begins a sheet of which another one takes the rows beyond a number. */
    XlsxSheet sheet(String title, List<SheetColumn> columns, int mostRows) {
        return new XlsxSheet(workbook, title, List.of(), columns, mostRows);
    }

    /** Completes the workbook, which needs at least one sheet, and writes it to the target. */
    public void finish() throws IOException {
        workbook.finish();
        stream.close();
        ReproducibleArchive.copy(temporary, target, created);
    }

    /** Removes the temporary file. */
    @Override
    public void close() throws IOException {
        stream.close();
        Files.deleteIfExists(temporary);
    }
}

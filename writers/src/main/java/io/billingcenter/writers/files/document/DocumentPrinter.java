package io.billingcenter.writers.files.document;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Renders documents as PDF, several at once. */
public final class DocumentPrinter implements AutoCloseable {

    private final ExecutorService threads;
    private final ThreadLocal<PdfRenderer> renderers = ThreadLocal.withInitial(PdfRenderer::new);
    private final @Nullable RenderedFiles rendered;

    /**
     * A document that is to be printed.
     *
     * @param path path of its file, with {@code /} between its parts
     * @param page makes its page, in any thread
     */
    public record Print(String path, Supplier<DocumentPage> page) {}

    /** The target of printed documents. Several threads write to it. */
    @FunctionalInterface
    public interface Target {

        /**
         * Writes a file.
         *
         * @throws IOException if it cannot be written
         */
        void write(String path, byte[] bytes) throws IOException;
    }

    /**
     * Creates a printer with threads of its own.
     *
     * @param threads number of documents that are rendered at once
     * @param rendered documents that need not be rendered again; null for none
     */
    public DocumentPrinter(int threads, @Nullable RenderedFiles rendered) {
        this.threads = Executors.newFixedThreadPool(threads, DocumentPrinter::thread);
        this.rendered = rendered;
    }

    /**
     * Prints documents, and ends when all are written.
     *
     * @return the documents that were not printed because of a character that no font has, in their order
     * @throws IOException if a file cannot be written
     * @throws TemplateException if a template or style sheet has an error
     */
    public List<MissingGlyphException> print(List<Print> prints, Target target) throws IOException {
        List<Future<@Nullable MissingGlyphException>> printed = new ArrayList<>();
        for (Print print : prints) {
            Callable<@Nullable MissingGlyphException> work = () -> printed(print, target);
            printed.add(threads.submit(work));
        }
        List<MissingGlyphException> held = new ArrayList<>();
        for (Future<@Nullable MissingGlyphException> of : printed) {
            MissingGlyphException missing = resultOf(of);
            if (missing != null) {
                held.add(missing);
            }
        }
        return held;
    }

    private @Nullable MissingGlyphException printed(Print print, Target target) throws IOException {
        try {
            DocumentPage page = print.page().get();
            target.write(print.path(), bytes(page));
            return null;
        } catch (MissingGlyphException e) {
            return e;
        }
    }

    private byte[] bytes(DocumentPage page) throws IOException {
        if (rendered == null) {
            return renderers.get().render(page);
        }
        byte[] known = rendered.find(page).orElse(null);
        if (known != null) {
            return known;
        }
        byte[] bytes = renderers.get().render(page);
        rendered.keep(page, bytes);
        return bytes;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "printDocuments");
        thread.setDaemon(true);
        return thread;
    }

    private static @Nullable MissingGlyphException resultOf(Future<@Nullable MissingGlyphException> printed)
            throws IOException {
        try {
            return printed.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Expected all documents to be printed, found an interrupt");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException failure) {
                throw failure;
            }
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof Error failure) {
                throw failure;
            }
            throw new IOException(cause);
        }
    }

    /** Ends when no document is being printed any more: the folder of the files may be removed then. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean isInterrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.billingcenter.writers.files.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.document.DocumentLanguage;
import io.billingcenter.writers.files.document.DocumentPrinter.Print;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents are printed by several threads, and what was rendered before a failure is not rendered again. */
class DocumentPrinterTest {

    private static final PageMaker PAGES = new PageMaker(new DocumentTemplates(null));
    private static final int DOCUMENTS = 8;

    @TempDir
    private Path folder;

    private final Map<String, byte[]> written = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void threadsPrintTheSameBytes(int threads) throws IOException {
        print(threads, null);

        PdfRenderer renderer = new PdfRenderer();
        assertThat(written).hasSize(DOCUMENTS);
        for (int i = 0; i < DOCUMENTS; i++) {
            assertThat(written.get(i + ".pdf")).isEqualTo(renderer.render(page(i)));
        }
    }

    @Test
    void aDocumentWithoutGlyphIsHeldAndTheOthersArePrinted() throws IOException {
        List<Print> prints = prints();
        prints.set(
                3,
                new Print(
                        "3.pdf",
                        () -> PAGES.invoice(
                                DocumentExamples.of(3, DocumentExamples.CNY)
                                        .parties(DocumentExamples.SELLER, DocumentExamples.buyer("\uD83D\uDE80"))
                                        .invoice(),
                                DocumentLanguage.ENGLISH)));

        try (DocumentPrinter printer = new DocumentPrinter(2, null)) {
            assertThat(printer.print(prints, written::put))
                    .singleElement()
                    .satisfies(held ->
                            assertThat(held).hasMessageContaining("U+1F680").hasMessageContaining("acct-3"));
        }

        assertThat(written).hasSize(DOCUMENTS - 1).doesNotContainKey("3.pdf");
    }

    @Test
    void whatWasRenderedBeforeAFailureIsUsedAgain() throws IOException {
        RenderedFiles rendered = new RenderedFiles(folder);
        try (DocumentPrinter printer = new DocumentPrinter(1, rendered)) {
            assertThatThrownBy(() -> printer.print(prints(), (path, bytes) -> {
                        if (path.equals("5.pdf")) {
                            throw new IOException("No space left on device");
                        }
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("No space left on device");
        }
        // Other bytes with their digest are a mark by which the used file is known.
        byte[] mark = "marked".getBytes(StandardCharsets.UTF_8);
        Files.writeString(folder.resolve(page(2).digest()), Digests.sha256(mark) + "marked");

        print(2, rendered);

        assertThat(written.get("2.pdf")).isEqualTo(mark);
        assertThat(written.get("7.pdf")).isEqualTo(new PdfRenderer().render(page(7)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 40, 64, 65, 9_000})
    void aCutFileIsRenderedAgain(int length) throws IOException {
        RenderedFiles rendered = new RenderedFiles(folder);
        print(1, rendered);
        Path file = folder.resolve(page(1).digest());
        byte[] content = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(content, length));
        written.clear();

        print(1, rendered);

        assertThat(written.get("1.pdf")).isEqualTo(new PdfRenderer().render(page(1)));
        rendered.remove();
        assertThat(folder).doesNotExist();
    }

    private void print(int threads, RenderedFiles rendered) throws IOException {
        try (DocumentPrinter printer = new DocumentPrinter(threads, rendered)) {
            assertThat(printer.print(prints(), written::put)).isEmpty();
        }
    }

    private static List<Print> prints() {
        List<Print> prints = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            int number = i;
            prints.add(new Print(i + ".pdf", () -> page(number)));
        }
        return prints;
    }

    private static DocumentPage page(int number) {
        return PAGES.invoice(DocumentExamples.of(number, DocumentExamples.CNY).invoice(), DocumentLanguage.CHINESE);
    }
}

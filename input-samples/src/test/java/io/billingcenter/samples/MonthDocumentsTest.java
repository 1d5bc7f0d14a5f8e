package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts get documents of a closed month and of a preview; one that cannot be made stops neither the close nor the others. */
class MonthDocumentsTest {

    private static final String NUMBER = "INV-2026-000001";
    private static final String[] CLOSE = {
        "close",
        "--month",
        "2026-10",
        "--accept",
        "nights",
        "--reason",
        "sample",
        "--issue-date",
        "2026-11-04",
        "--set",
        "billing.seller.CNY.name=Example Observability Ltd"
    };

    @TempDir
    private Path folder;

    private Workplace place;

    private void begin(Databases database) throws IOException {
        place = new Workplace(folder, database.address(folder));
        place.arrive(Path.of("one-day").toAbsolutePath());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void documentsFollowACloseAndStayTheSame(Databases database) throws IOException {
        begin(database);
        answer(0, "nightly", "--day", "2026-10-15");
        answer(4, "close", "--month", "2026-10", "--preview");
        assertThat(text("draft/documents/acct-aurora/invoice-CNY.pdf"))
                .contains("草稿", "Aurora Shop Ltd", "13.40")
                .doesNotContain("INV-", "2026-11-04");
        assertThat(text("draft/documents/acct-aurora/statement-2026-10.pdf")).contains("草稿");

        answer(0, CLOSE);

        // One million records for 1.2, two such bundles, and the other four items of the sample: 13.40 in all.
        assertThat(text("documents/r1/acct-aurora/" + NUMBER + ".pdf"))
                .contains(
                        NUMBER, "Aurora Shop Ltd", "Example Observability Ltd", "2026-11-04", "2026-12-04", "CNY 13.40")
                .contains("日志类数据, 7 天 2 百万条 1.20 2.40")
                .doesNotContain("草稿");
        assertThat(text("documents/r1/acct-aurora/statement-2026-10.pdf")).contains(NUMBER, "2026-10-15 13.40");
        Map<String, byte[]> delivered = place.delivered();
        assertThat(delivered.keySet()).noneMatch(path -> path.startsWith(".documents"));

        assertThat(answer(0, "documents", "--month", "2026-10")).contains("documents/r1 (unchanged)");

        assertThat(place.delivered()).containsOnlyKeys(delivered.keySet());
        answer(0, "verify");
    }

    @Test
    void aCharacterWithoutGlyphHoldsTheDocumentAndNotTheClose() throws IOException {
        begin(Databases.HSQLDB);
        Path profiles = place.reference().resolve("invoice_profiles.csv");
        Files.writeString(
                profiles,
                Files.readString(profiles)
                        .replace("Aurora Shop Ltd", "Aurora \uD83D\uDE80 Ltd")
                        .replace("PO-2026-118,,,", "PO-2026-118,0088,4012345000009,"));
        answer(0, "nightly", "--day", "2026-10-15");

        String closed = answer(2, CLOSE);

        assertThat(closed)
                .contains("invoices     CNY 13.40 in 1 (" + NUMBER, "held         Expected characters", "U+1F680")
                .contains("on the invoice " + NUMBER + " of account acct-aurora")
                .contains("set billing.documents.einvoice.CNY");
        assertThat(place.out().resolve("2026-10/r1/invoices.csv")).exists();
        assertThat(place.out().resolve("2026-10/documents/r1")).doesNotExist();

        Files.writeString(profiles, Files.readString(profiles).replace("Aurora \uD83D\uDE80 Ltd", "Aurora Shops Ltd"));
        answer(0, "import");
        String voided = answer(2, "void", NUMBER, "--reason", "wrong title");

        assertThat(voided)
                .contains("on the invoice " + NUMBER + " of account acct-aurora")
                .doesNotContain("on the statement of");
        assertThat(place.out().resolve("2026-10/documents/r1/acct-aurora/" + NUMBER + ".pdf"))
                .doesNotExist();
        assertThat(text("documents/r1/acct-aurora/statement-2026-10.pdf"))
                .contains("Aurora Shops Ltd", NUMBER + " 账单, 作废 0.00", "INV-2026-000002 账单 13.40");
        assertThat(text("documents/r1/acct-aurora/INV-2026-000002.pdf"))
                .contains("Aurora Shops Ltd", "CNY 13.40", "金额按日舍入");
    }

    @Test
    void aVoidInvoiceNamesTheOneThatTookItsPlace() throws IOException {
        begin(Databases.HSQLDB);
        answer(0, "nightly", "--day", "2026-10-15");
        answer(0, CLOSE);
        Path profiles = place.reference().resolve("invoice_profiles.csv");
        Files.writeString(profiles, Files.readString(profiles).replace("Aurora Shop Ltd", "Aurora Shops Ltd"));
        answer(0, "import");

        answer(0, "void", NUMBER, "--reason", "wrong title");

        assertThat(text("documents/r2/acct-aurora/" + NUMBER + ".pdf"))
                .contains("Aurora Shop Ltd", "本单已作废，由账单 INV-2026-000002 替代。", "CNY 13.40", "CNY 0.00");
        assertThat(text("documents/r2/acct-aurora/statement-2026-10.pdf"))
                .contains("Aurora Shops Ltd", NUMBER + " 账单, 作废 0.00", "INV-2026-000002 账单 13.40")
                .doesNotContain("Aurora Shop Ltd");
    }

    private String text(String path) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(place.out().resolve("2026-10").resolve(path).toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private String answer(int status, String... command) {
        Workplace.Answer answer = place.billing(command);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.text();
    }
}

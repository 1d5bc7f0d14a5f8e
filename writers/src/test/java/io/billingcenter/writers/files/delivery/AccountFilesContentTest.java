package io.billingcenter.writers.files.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.delivery.DeliverySet;
import io.billingcenter.domain.delivery.SetKind;
import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.delivery.SetResult;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of accounts have the rows of the files of the month, each account its own. */
class AccountFilesContentTest {

    private static final BillingMonth MONTH = BillingMonth.parse("2026-11");
    private static final BillingAccountId ONE = new BillingAccountId("acct-1");
    private static final BillingAccountId THREE = new BillingAccountId("acct-3");

    @TempDir
    private Path out;

    private final TestRows rows = TestRows.empty();

    @Test
    void everyAccountGetsItsOwnRowsAndOthersGetNone() throws IOException {
        invoice("acct-1", "INV-1", "1.00", "0.40", "0.60");
        invoice("acct-2", "INV-2", "9.00", "9.00");
        invoice("acct-3", "INV-3", "-2.00", "-2.00");
        SetResult result = deliver(Set.of(ONE, THREE));
        assertThat(result.files()).isEqualTo(4);
        assertThat(Files.readString(result.folder().resolve("acct-1/invoices.csv")))
                .contains("2026-11,acct-1,INV-1,CNY,1.00,")
                .doesNotContain("acct-2", "acct-3");
        assertThat(Files.readAllLines(result.folder().resolve("acct-1/invoice-lines.csv")))
                .hasSize(3)
                .noneMatch(line -> line.contains("acct-2") || line.contains("acct-3"));
        assertThat(Files.readString(result.folder().resolve("acct-3/invoice-lines.csv")))
                .contains("2026-11,acct-3,INV-3,ws-1,sms,,usage,1,10,-2.00,CNY\r\n");
        assertThat(result.folder().resolve("acct-2")).doesNotExist();
        assertThat(result.folder().resolve(".done")).exists();
    }

    @Test
    void linesThatDoNotAddUpToTheInvoicesRefuseTheSet() {
        invoice("acct-1", "INV-1", "1.00", "0.40", "0.59");
        assertThatThrownBy(() -> deliver(Set.of(ONE)))
                .isInstanceOf(SetRefusedException.class)
                .hasMessageContainingAll("account acct-1 in 2026-11", "1.00", "0.99")
                .matches(refused -> ((SetRefusedException) refused).isUnbalanced());
        assertThat(out.resolve("2026-11/accounts/r1")).doesNotExist();
    }

    @Test
    void anInvoiceWithoutLinesRefusesTheSet() {
        invoice("acct-1", "INV-1", "0.00");
        assertThatThrownBy(() -> deliver(Set.of(ONE))).isInstanceOf(SetRefusedException.class);
    }

    private SetResult deliver(Set<BillingAccountId> accounts) throws IOException {
        return new SetDelivery(MigratedDatabase.create(), new DeliverySettings(out, ZoneId.of("Asia/Shanghai"), false))
                .deliver(
                        new DeliverySet(MONTH, SetKind.ACCOUNTS),
                        new AccountFilesContent(rows, new DeliveryPeriod.OfMonth(MONTH), accounts));
    }

    private void invoice(String account, String number, String total, String... lines) {
        rows.add(
                DeliveredFile.INVOICES,
                MONTH,
                account,
                number,
                "CNY",
                TestRows.yuan(total),
                TestRows.yuan("0.00"),
                TestRows.yuan("0.00"),
                TestRows.yuan("0.00"),
                TestRows.yuan("0.00"),
                TestRows.yuan(total),
                TestRows.yuan("0.00"),
                "final");
        for (String line : lines) {
            rows.add(
                    DeliveredFile.INVOICE_LINES,
                    MONTH,
                    account,
                    number,
                    "ws-1",
                    "sms",
                    null,
                    "usage",
                    BigDecimal.ONE,
                    10L,
                    TestRows.yuan(line),
                    "CNY");
        }
    }
}

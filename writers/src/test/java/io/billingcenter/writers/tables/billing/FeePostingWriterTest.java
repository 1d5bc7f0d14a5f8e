package io.billingcenter.writers.tables.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.DayFees;
import io.billingcenter.domain.billing.Fee;
import io.billingcenter.domain.billing.FeeCalculator;
import io.billingcenter.domain.billing.FeeHold;
import io.billingcenter.domain.billing.FeeKey;
import io.billingcenter.domain.billing.PostedFees;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.invoicing.MonthClosedException;
import io.billingcenter.domain.pricing.HoldReason;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.writers.tables.invoicing.ClosedMonthWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fees of 2026-11-20, posted under 2026-11-21. */
class FeePostingWriterTest {

    private static final BillingDay DAY = BillingDay.parse("2026-11-20");
    private static final BillingDay POSTED = BillingDay.parse("2026-11-21");
    private static final FeeHold HOLD =
            new FeeHold("ws-1|2026-11-20", new WorkspaceId("ws-1"), HoldReason.NO_BINDING, "nobody");

    private JdbcTemplate jdbc;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    private void write(PostedFees fees) {
        new FeePostingWriter(jdbc, POSTED, 7).write(new Chunk<>(List.of(fees)));
    }

    private static PostedFees aPackage() {
        FeeKey key = new FeeKey(
                DAY,
                "pkg-1",
                new BillingAccountId("acct-1"),
                SettlementMethod.WALLET,
                Currency.getInstance("CNY"),
                null,
                null);
        Fee fee = new Fee(key, PostingKind.PACKAGE, BigDecimal.ONE, new BigDecimal("42000"));
        return FeeCalculator.difference(POSTED, new DayFees(DAY, List.of(fee), List.of()), List.of());
    }

    private static PostedFees held(FeeHold... holds) {
        return new PostedFees(DAY, List.of(), List.of(holds));
    }

    private List<@Nullable String> due() {
        return jdbc.queryForList("SELECT period FROM delivery_due ORDER BY period", String.class);
    }

    @Test
    void appendsPostingsAndNotesTheDay() {
        write(aPackage());
        assertThat(jdbc.queryForMap("SELECT * FROM posting"))
                .containsEntry("AGREEMENT_ID", "pkg-1")
                .containsEntry("WORKSPACE_ID", "")
                .containsEntry("METER", "")
                .containsEntry("KIND", "package")
                .containsEntry("PRICE_VERSION", null)
                .containsEntry("AMOUNT", new BigDecimal("42000.00"));
        assertThat(jdbc.queryForList("SELECT billing_day FROM fee_day", java.time.LocalDate.class))
                .containsExactly(DAY.date());
        assertThat(due()).containsExactly("2026-11-21");
        write(held());
        assertThat(jdbc.queryForList("SELECT billing_day FROM fee_day", java.time.LocalDate.class))
                .hasSize(1);
    }

    @Test
    void keepsHoldsUntilTheirCauseIsGone() {
        write(held(HOLD));
        assertThat(due()).containsExactly("2026-11-20");
        jdbc.update("DELETE FROM delivery_due");
        write(held(HOLD));
        assertThat(due()).isEmpty();
        assertThat(jdbc.queryForList("SELECT detail FROM fee_hold", String.class))
                .containsExactly("nobody");
        write(held());
        assertThat(due()).containsExactly("2026-11-20");
        assertThat(jdbc.queryForList("SELECT detail FROM fee_hold", String.class))
                .isEmpty();
    }

    @Test
    void postsNothingIntoAClosedMonth() {
        new ClosedMonthWriter(jdbc).seal(POSTED.month());
        assertThatThrownBy(() -> write(aPackage())).isInstanceOf(MonthClosedException.class);
        write(held());
    }
}

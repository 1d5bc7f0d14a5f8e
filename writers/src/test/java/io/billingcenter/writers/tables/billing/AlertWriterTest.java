package io.billingcenter.writers.tables.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.Alert;
import io.billingcenter.domain.billing.AlertWork;
import io.billingcenter.domain.billing.CheckedDay;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.schema.TableText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** An alert is raised once; the comparison is noted with every rating. */
class AlertWriterTest {

    private static final WorkspaceDay DAY = new WorkspaceDay(new WorkspaceId("w1"), BillingDay.parse("2026-11-21"));
    private static final Alert TOTAL = new Alert(DAY, null, yuan("100"), yuan("130.55"));
    private static final Alert LOG = new Alert(DAY, Meter.LOG, yuan("50"), yuan("80.01"));

    private JdbcTemplate jdbc;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void anAlertIsStoredWithItsTotalAndItsFilesAreDue() {
        write(1, TOTAL, LOG);
        assertThat(TableText.of(jdbc, "SELECT meter, threshold, amount, currency, run_id FROM raised_alert ORDER BY 1"))
                .containsExactly("|100.00|130.55|CNY|7", "log|50.00|80.01|CNY|7");
        assertThat(TableText.of(jdbc, "SELECT stage, version, subject, amount FROM control_total ORDER BY subject"))
                .containsExactly("alert|1||130.55", "alert|1|log|80.01");
        assertThat(TableText.of(jdbc, "SELECT period, workspace_id FROM delivery_due"))
                .containsExactly("2026-11-21|w1");
    }

    @Test
    void aComparisonWithoutAlertIsNotedAndNothingIsDue() {
        write(1);
        write(2);
        assertThat(TableText.of(jdbc, "SELECT rating, terms_digest FROM alert_check"))
                .containsExactly("2|thresholds-2");
        assertThat(TableText.of(jdbc, "SELECT * FROM delivery_due")).isEmpty();
        assertThat(TableText.of(jdbc, "SELECT * FROM control_total")).isEmpty();
    }

    @Test
    void theTableRefusesToReportTheSameItemTwice() {
        write(1, LOG);
        assertThatThrownBy(() -> write(2, LOG)).isInstanceOf(DuplicateKeyException.class);
        write(3, TOTAL);
        assertThat(TableText.of(jdbc, "SELECT meter FROM raised_alert ORDER BY 1"))
                .containsExactly("", "log");
    }

    private void write(int rating, Alert... alerts) {
        AlertWork work = new AlertWork(DAY, rating, "thresholds-" + rating, Map.of(), Set.of());
        new AlertWriter(jdbc, 7).write(new Chunk<>(List.of(new CheckedDay(work, List.of(alerts)))));
    }

    private static Money yuan(String amount) {
        return Money.of(Currency.getInstance("CNY"), new BigDecimal(amount).setScale(2));
    }
}

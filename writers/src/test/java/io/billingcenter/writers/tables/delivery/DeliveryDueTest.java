package io.billingcenter.writers.tables.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class DeliveryDueTest {

    @Test
    void aPeriodIsDueOnceUntilItIsStruckOff() throws IOException {
        JdbcTemplate jdbc = MigratedDatabase.create();
        for (String period : new String[] {"2026-12-01", "2026-11", "2026-11-30", "2026-11-21"}) {
            jdbc.update("INSERT INTO delivery_due (period, workspace_id) VALUES (?, 'ws-1')", period);
            jdbc.update("INSERT INTO delivery_due (period, workspace_id) VALUES (?, 'ws-2')", period);
        }
        DeliveryDue due = new DeliveryDue(jdbc);
        assertThat(due.periods())
                .extracting(DeliveryPeriod::toString)
                .containsExactly("2026-11-21", "2026-11-30", "2026-11", "2026-12-01");

        due.done(DeliveryPeriod.parse("2026-11"));
        assertThat(due.periods())
                .extracting(DeliveryPeriod::toString)
                .containsExactly("2026-11-21", "2026-11-30", "2026-12-01");
    }
}

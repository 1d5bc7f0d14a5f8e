package io.billingcenter.writers.delivery;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of periods whose rows have changed since their files were made. */
public final class DeliveryDue {

    private final JdbcTemplate jdbc;

    /** Works through the template. */
    public DeliveryDue(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The periods to be delivered, in order of time; a month comes after its days. */
    public List<DeliveryPeriod> periods() {
        return jdbc
                .query(
                        "SELECT DISTINCT period FROM delivery_due",
                        (row, number) -> DeliveryPeriod.parse(row.getString("period")))
                .stream()
                .sorted()
                .toList();
    }

    /** Strikes the period off; belongs in the transaction of its delivery. */
    public void done(DeliveryPeriod period) {
        jdbc.update("DELETE FROM delivery_due WHERE period = ?", period.toString());
    }
}

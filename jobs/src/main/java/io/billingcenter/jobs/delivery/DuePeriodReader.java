package io.billingcenter.jobs.delivery;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads the period of the run, whether or not anything changed, and every other period that has changed. */
final class DuePeriodReader implements ItemReader<DeliveryPeriod> {

    private final DeliveryDue due;
    private final DeliveryPeriod ofRun;
    private @Nullable Deque<DeliveryPeriod> periods;

    DuePeriodReader(DeliveryDue due, DeliveryPeriod ofRun) {
        this.due = due;
        this.ofRun = ofRun;
    }

    @Override
    public @Nullable DeliveryPeriod read() {
        if (periods == null) {
            TreeSet<DeliveryPeriod> sorted = new TreeSet<>(due.periods());
            sorted.add(ofRun);
            periods = new ArrayDeque<>(sorted);
        }
        return periods.poll();
    }
}

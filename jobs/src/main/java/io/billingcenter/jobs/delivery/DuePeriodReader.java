package io.billingcenter.jobs.delivery;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/** The period of the run, whether anything changed or not, and every other period that has changed. */
final class DuePeriodReader implements ItemReader<DeliveryPeriod> {

    private final DeliveryDue due;
    private final RunRequest request;
    private @Nullable Deque<DeliveryPeriod> periods;

    DuePeriodReader(DeliveryDue due, RunRequest request) {
        this.due = due;
        this.request = request;
    }

    @Override
    public @Nullable DeliveryPeriod read() {
        if (periods == null) {
            TreeSet<DeliveryPeriod> sorted = new TreeSet<>(due.periods());
            sorted.add(DeliveryPeriod.parse(request.period()));
            periods = new ArrayDeque<>(sorted);
        }
        return periods.poll();
    }
}

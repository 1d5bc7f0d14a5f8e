package io.billingcenter.jobs.delivery;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.writers.delivery.DeliveryDue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/** The period of the run, whether anything changed or not, and every other period that has changed. */
class DuePeriodReader implements ItemReader<DeliveryPeriod> {

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
            TreeMap<String, DeliveryPeriod> sorted = new TreeMap<>();
            due.periods().forEach(period -> sorted.put(period.toString(), period));
            DeliveryPeriod own = DeliveryPeriod.parse(request.period());
            sorted.put(own.toString(), own);
            periods = new ArrayDeque<>(sorted.values());
        }
        return periods.poll();
    }
}

package io.billingcenter.jobs.delivery;

import io.billingcenter.domain.delivery.DeliveryResult;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this process has delivered, for the summary at its end; nothing is computed from it. */
@Component
public class DeliveryReport {

    private final List<DeliveryResult> results = new ArrayList<>();

    void add(DeliveryResult result) {
        results.add(result);
    }

    /** The deliveries so far, in their order. */
    public List<DeliveryResult> results() {
        return List.copyOf(results);
    }
}

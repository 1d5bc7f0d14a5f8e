package io.billingcenter.jobs.delivery;

import io.billingcenter.domain.delivery.DeliveryResult;
import io.billingcenter.jobs.launch.RunResults;
import org.springframework.stereotype.Component;

/** The deliveries of a run, for its summary. */
@Component
public class DeliveryReport extends RunResults<DeliveryResult> {}

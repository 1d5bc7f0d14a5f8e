package io.billingcenter.jobs.metering;

import io.billingcenter.jobs.launch.RunResults;
import org.springframework.stereotype.Component;

/** The lines about the traffic files that a run fetched from another machine, for its summary. */
@Component
public class FetchReport extends RunResults<String> {}

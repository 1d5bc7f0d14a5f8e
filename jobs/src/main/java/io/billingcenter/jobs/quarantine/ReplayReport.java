package io.billingcenter.jobs.quarantine;

import io.billingcenter.jobs.launch.RunResults;
import org.springframework.stereotype.Component;

/** The lines about the repair files that a run added or removed, for its summary. */
@Component
public class ReplayReport extends RunResults<String> {}

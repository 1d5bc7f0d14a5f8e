package io.billingcenter.jobs.document;

import io.billingcenter.jobs.launch.RunResults;
import org.springframework.stereotype.Component;

/** The documents that a run has not made, each with the reason, for its summary. */
@Component
class HeldDocuments extends RunResults<String> {}

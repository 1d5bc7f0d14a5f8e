package io.billingcenter.jobs.launch;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;

/**
 * The run that a step belongs to, for readers, processors, writers and partitioners of step scope. They are made for every
 * step execution, from its job parameters, in whatever process executes the step. A bean of another scope cannot have
 * these injected: the container refuses it, since no step is active then.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
class StepRun {

    private static final String STEP = "step";

    /** Returns the request; no proxy, since a record cannot have one. */
    @Bean
    @Scope(STEP)
    RunRequest runRequest(@Value("#{stepExecution}") StepExecution step) {
        return RunRequest.of(step.getJobExecution());
    }

    /** Returns the look-ups that all steps of the run share. */
    @Bean
    @Scope(STEP)
    ReferenceLookups referenceLookups(RunLookups lookups, @Value("#{stepExecution}") StepExecution step) {
        return lookups.of(step.getJobExecution());
    }
}

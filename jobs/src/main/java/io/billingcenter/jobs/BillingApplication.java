package io.billingcenter.jobs;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The application: a context for one command. It is wired by hand, without auto-configurations, of which the conditions
 * would take longer than many a run.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class BillingApplication {}

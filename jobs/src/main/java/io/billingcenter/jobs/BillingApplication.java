package io.billingcenter.jobs;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The application. It is wired by hand, without auto-configuration, since evaluating the conditions of auto-configurations
 * takes longer than many runs.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class BillingApplication {}

package org.mimamori.ui;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The screens' beans and routes. Imported once, by the server; needs the engine's services and the ports of ui. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableVaadin("org.mimamori.ui")
public class UiConfiguration {}

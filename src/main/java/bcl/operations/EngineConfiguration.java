package bcl.operations;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The engine's Spring context: Spring Boot's defaults, and what carries an annotation below {@code bcl}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan("bcl")
class EngineConfiguration {}

package io.inkstream.simulator.google;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strictly Google's doors are watched.
 *
 * @param requireToken false: a call without any token passes, so that standalone needs no key file; a wrong or expired
 *     token never does
 */
@ConfigurationProperties("inkstream.simulator.google")
record GoogleProperties(@DefaultValue("false") boolean requireToken) {}

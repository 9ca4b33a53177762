package io.inkstream.admin.access;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    private static final double SECONDS_PER_MINUTE = 60;
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self'; "
            + "script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /** The management port is bound to loopback and has no sessions. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http,
            AccessProperties access,
            SecurityContextRepository contexts,
            RateLimitFilter limits,
            LimitProperties settings,
            ProblemWriter problems) {
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/api/login", "/api/openapi.json")
                                .permitAll()
                                .requestMatchers("/api/**")
                                .authenticated()
                                .anyRequest()
                                .permitAll())
                .csrf(csrf -> csrf.spa()
                        // A key is sent by programs only: no browser adds it by itself.
                        .ignoringRequestMatchers(request -> request.getHeader(ApiKeyFilter.HEADER) != null)
                        .ignoringRequestMatchers("/api/login"))
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(handling -> handling.authenticationEntryPoint((_, response, _) -> problems.write(
                                response,
                                HttpStatus.UNAUTHORIZED,
                                "not-authenticated",
                                "Log in, or send " + ApiKeyFilter.HEADER + "."))
                        .accessDeniedHandler((_, response, _) -> problems.write(
                                response,
                                HttpStatus.FORBIDDEN,
                                "forbidden",
                                "Not allowed, or the CSRF token is missing.")))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .addFilterBefore(new ApiKeyFilter(access.requiredApiKey()), AnonymousAuthenticationFilter.class)
                .addFilterBefore(limits, AuthorizationFilter.class)
                .addFilterBefore(new BodyLimitFilter(settings.bodyMax(), problems), AuthorizationFilter.class)
                .build();
    }

    /** For what the firewall refuses before any chain: paths and headers that only a probe sends. */
    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        return (_, response, _) ->
                problems.write(response, HttpStatus.BAD_REQUEST, "bad-request", "No client sends such a request.");
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService users(AccessProperties access) {
        return new InMemoryUserDetailsManager(User.withUsername(access.requiredUserEmail())
                .password(access.requiredUserPasswordHash())
                .roles("OWNER")
                .build());
    }

    @Bean
    AuthenticationManager authenticationManager(UserDetailsService users, PasswordEncoder passwords) {
        var provider = new DaoAuthenticationProvider(users);
        provider.setPasswordEncoder(passwords);
        return new ProviderManager(provider);
    }

    @Bean
    ClientAddress clientAddress(LimitProperties limits) {
        return new ClientAddress(limits.trustedProxies());
    }

    @Bean
    LoginAttempts loginAttempts(LimitProperties limits) {
        return new LoginAttempts(new TokenBuckets(
                limits.failedLoginsPerMinute() / SECONDS_PER_MINUTE,
                limits.failedLoginsPerMinute(),
                limits.clientsMax(),
                System::nanoTime));
    }

    @Bean
    RateLimitFilter rateLimitFilter(LimitProperties limits, ClientAddress addresses, ProblemWriter problems) {
        return new RateLimitFilter(
                new TokenBuckets(
                        limits.authenticatedPerSecond(),
                        limits.authenticatedBurst(),
                        limits.clientsMax(),
                        System::nanoTime),
                new TokenBuckets(
                        limits.anonymousPerSecond(), limits.anonymousBurst(), limits.clientsMax(), System::nanoTime),
                addresses,
                problems);
    }

    /** The filter is part of the security chain; the container must not run it a second time. */
    @Bean
    org.springframework.boot.web.servlet.FilterRegistrationBean<RateLimitFilter> rateLimitInChainOnly(
            RateLimitFilter filter) {
        var registration = new org.springframework.boot.web.servlet.FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}

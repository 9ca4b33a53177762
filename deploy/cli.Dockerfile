# The operators' command line; the compose file uses it to create the topics.
FROM eclipse-temurin:25-jre
WORKDIR /app
RUN groupadd --system --gid 10001 inkstream && useradd --system --uid 10001 --gid inkstream --no-create-home inkstream
COPY cli/target/lib/ lib/
COPY cli/target/cli.jar cli.jar
USER inkstream
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-jar", "cli.jar"]

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN ./mimamori build \
 && java -Djarmode=tools -jar platform/server/target/mimamori.jar extract --destination /app

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /data mimamori && mkdir /data && chown mimamori /data
WORKDIR /app
COPY --from=build /app /app
COPY apps /app/apps
# The same options in the training and afterwards, or the Java machine does not take what it noted there. The heap is a
# quarter of the container's memory, 2 GB at most; JAVA_OPTS may say otherwise.
ENV MACHINE="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Dspring.aot.enabled=true -XX:MaxRAM=8g -XX:FreqInlineSize=150 -XX:MaxInlineLevel=9 -XX:InlineSmallCode=1500"
RUN java -XX:AOTCacheOutput=/app/mimamori.aot $MACHINE -jar /app/mimamori.jar train /tmp/training \
 || echo "The training went wrong: the server starts more slowly."; rm -rf /tmp/training
USER mimamori
ENV MIMAMORI_ADDRESS=0.0.0.0 MIMAMORI_DATA=/data MIMAMORI_APPS=/app/apps
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q UP <&3"]
ENTRYPOINT ["sh", "-c", "exec java -XX:AOTCache=/app/mimamori.aot -Xlog:aot=off -Xlog:cds=off $MACHINE $JAVA_OPTS -jar /app/mimamori.jar"]

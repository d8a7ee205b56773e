#!/bin/sh
# Stands in for docker or dotnet: prints its arguments and the part of its environment that tests set, and exits as instructed.
echo "arguments: $*"
env | grep -E '^(COLOUR|SHAPE|HEADER|DOCKER_CONFIG|[A-Z]+_CONTAINER_REGISTRY_[A-Z]+)='
if [ -n "$ERRORS" ]; then echo "$ERRORS" >&2; fi
exit "${EXIT_CODE:-0}"

#!/bin/sh
# Stands for docker or dotnet: says with what it was started (of its environment, only what tests put there), and ends as it is told.
echo "arguments: $*"
env | grep -E '^(COLOUR|SHAPE|HEADER|DOCKER_CONFIG|[A-Z]+_CONTAINER_REGISTRY_[A-Z]+)='
if [ -n "$ERRORS" ]; then echo "$ERRORS" >&2; fi
exit "${EXIT_CODE:-0}"

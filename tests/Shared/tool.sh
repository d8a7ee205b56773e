#!/bin/sh
# Stands for docker or dotnet: says with what it was started, and ends as it is told.
echo "arguments: $*"
env
if [ -n "$ERRORS" ]; then echo "$ERRORS" >&2; fi
exit "${EXIT_CODE:-0}"

#!/usr/bin/env bash
# Builds the S3 server of the tests, which takes a few minutes the first time, and prints where it is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
version=v1.8.0
program=.cache/versitygw-$version
mkdir -p .cache/go
# Whoever else builds it meanwhile is waited for.
exec 9> .cache/go/lock
! command -v flock > /dev/null || flock 9
if [ ! -x "$program" ]; then
  GOBIN="$PWD/.cache/go" go install "github.com/versity/versitygw/cmd/versitygw@$version"
  mv .cache/go/versitygw "$program"
fi
echo "$PWD/$program"

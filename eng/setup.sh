# What eng/run and eng/check both need from the machine. Sourced, not run; $root is the repository.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

fail() {
  printf 'eng/%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

require_dotnet() {
  command -v dotnet >/dev/null ||
    fail "there is no dotnet. Install the .NET SDK 10: https://dotnet.microsoft.com/download/dotnet/10.0"
  (cd "$root" && dotnet --version) >/dev/null 2>&1 ||
    fail "the .NET SDK that global.json asks for is missing; installed: $(dotnet --list-sdks | cut -d' ' -f1 | xargs)"
}

node_version=20.19

has_node() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    [[ $(printf '%s\nv%s\n' "$(node --version)" "$node_version" | sort -V | head -n 1) == "v$node_version" ]]
}

# The packages of the lock file, installed again only when it has changed. Browsers are not downloaded.
install_node_packages() {
  local mark=$root/node_modules/.lock-of-install
  cmp -s "$root/package-lock.json" "$mark" && return 0
  (cd "$root" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error)
  cp "$root/package-lock.json" "$mark"
}

as_root() {
  if [[ $EUID -eq 0 ]]; then "$@"; else sudo -n "$@"; fi
}

# Installs Debian packages; without the right to, says which ones are missing.
install_packages() {
  command -v apt-get >/dev/null || fail "please install: $*"
  as_root true 2>/dev/null || fail "please run: sudo apt-get install $*"
  echo "Installing $*"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends "$@" >/dev/null
}

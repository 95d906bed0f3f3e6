# The front door. Meson does the building; see meson.build.

JOBS ?= 2

.PHONY: help setup all format clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

setup: ## install the Debian packages canvass needs (root or sudo)
	@tools/setup

all: build/build.ninja ## build the program: build/canvass
	@ninja -C build -j $(JOBS) canvass

build/build.ninja:
	@meson setup build

format: ## lay out the C files
	@find src include tests bench -name '*.[ch]' 2>/dev/null | xargs -r clang-format -i

clean: ## remove everything that was built
	@rm -rf build build-*

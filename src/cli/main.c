#include <stdio.h>

int main(void)
{
    puts("canvass " CV_VERSION);
    return 0;
}
